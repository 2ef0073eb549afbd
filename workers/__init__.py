"""The entrance for jobs: translates rings into stories and failures into job states."""
